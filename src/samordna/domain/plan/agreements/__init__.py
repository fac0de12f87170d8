"""What has been agreed with those who perform and supply, what does it come to, and when can it be ended?"""
