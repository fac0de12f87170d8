"""What has to be looked at before a period is closed, and what does closing mean afterwards?"""
