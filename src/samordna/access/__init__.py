"""Who is it, and what was done? Users, the actor of a deed, and the trail."""
