package rw.ishemalink.local.story;

import com.fasterxml.jackson.databind.JsonNode;

/** The suite said no, and why. */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String type;

    RefusedException(String request, int status, JsonNode problem) {
        super(request + " was refused with " + status + ": "
                + problem.path("detail").asText(problem.toString()));
        this.status = status;
        this.type = problem.path("type").asText();
    }

    public int status() {
        return status;
    }

    /** The problem's type, {@code urn:ishemalink:problem:…}. */
    public String type() {
        return type;
    }
}
