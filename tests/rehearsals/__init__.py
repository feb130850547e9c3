"""What strangers do from end to end, in processes of their own, as their machines and hosts would run it."""
