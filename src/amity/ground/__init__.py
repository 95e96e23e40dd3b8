"""Ground draft claims in time: from "last spring" and "since 1991" to periods."""
