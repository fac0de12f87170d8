"""What holds of activities and of those who perform them?"""
