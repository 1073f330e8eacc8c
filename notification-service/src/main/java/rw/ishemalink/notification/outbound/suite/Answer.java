package rw.ishemalink.notification.outbound.suite;

import com.fasterxml.jackson.databind.JsonNode;

/** What came back. */
record Answer(int status, JsonNode body) {

    private static final String PROBLEM = "urn:ishemalink:problem:";
    private static final int FIRST_FAILURE = 400;
    private static final int TOO_MANY = 429;
    private static final int OUR_FAILURE = 500;

    boolean done() {
        return status < FIRST_FAILURE;
    }

    /** Whether it may go through if it is sent again. */
    boolean away() {
        return status == TOO_MANY || status >= OUR_FAILURE;
    }

    /** The problem's code; empty where it is none of ours. */
    String problem() {
        String type = body.path("type").asText();
        return type.startsWith(PROBLEM) ? type.substring(PROBLEM.length()) : "";
    }
}
