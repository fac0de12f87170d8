"""What is keyed into the national follow-up (Uppföljning Finsam), in its order, and has it changed since?"""
