package rw.ishemalink.kit.testing.walk;

import rw.ishemalink.local.openapi.ApiRequest;

/** What came of one request. */
record Visit(Visitor visitor, ApiRequest request, int status, String answer) {

    Outcome outcome() {
        return Outcome.of(status);
    }

    String endpoint() {
        return request.operation().key();
    }

    @Override
    public String toString() {
        return "%s: %s %s %s → %d %s"
                .formatted(
                        visitor,
                        request.method(),
                        request.target(),
                        request.body().orElse(""),
                        status,
                        answer.length() > 500 ? answer.substring(0, 500) : answer);
    }
}
