"""What is in the way of publishing: a campaign, a day and the files of its repository -> problems."""
