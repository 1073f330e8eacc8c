package rw.ishemalink.local.fuzz;

/** Somebody who is logged in. */
record Sender(String name, String token) {}
