"""What readers see of the past."""
