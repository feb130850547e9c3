"""What follows from the record and a day: statuses, states, routes."""
