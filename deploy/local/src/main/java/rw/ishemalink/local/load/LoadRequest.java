package rw.ishemalink.local.load;

/**
 * One request of a client.
 *
 * @param path with the query, if any
 * @param body JSON; empty for none
 */
record LoadRequest(String path, String token, String body) {}
