package rw.ishemalink.local.fuzz;

import java.util.Optional;
import java.util.stream.Collectors;
import rw.ishemalink.local.openapi.ApiRequest;

/**
 * One request of the fuzz.
 *
 * @param number its place, from 0: with the seed it says what was sent
 * @param sender who sends it, e.g. AUDITOR
 * @param authorization empty for none
 */
record Shot(long number, String sender, Optional<String> authorization, ApiRequest request) {

    private static final int LONGEST = 2_000;

    /** What to send to see the same again; the token is left out. */
    String asCommand() {
        String headers = request.headers().entrySet().stream()
                .map(header -> " -H " + quoted(header.getKey() + ": " + header.getValue()))
                .collect(Collectors.joining());
        String token = authorization.isPresent() ? " -H \"Authorization: Bearer $" + sender + "\"" : "";
        String body =
                request.body().map(text -> " --data-binary " + quoted(text)).orElse("");
        return "curl --path-as-is -X " + request.method() + headers + token + " \"$GATEWAY\"" + quoted(request.target())
                + body;
    }

    private static String quoted(String text) {
        String shown =
                text.length() > LONGEST ? text.substring(0, LONGEST) + "… (" + text.length() + " characters)" : text;
        return "'" + shown.replace("'", "'\\''").replace("\u0000", "\\0") + "'";
    }
}
