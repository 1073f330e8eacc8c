package rw.ishemalink.simulators.ussd;

/**
 * A session of the network.
 *
 * @param text all inputs, joined by *
 * @param open whether another input may follow
 */
record Dialled(String sessionId, String phone, String text, boolean open) {

    /** After one more input; an empty text means that it began with none. */
    Dialled with(String input) {
        return new Dialled(sessionId, phone, text.isEmpty() ? input : text + "*" + input, open);
    }

    Dialled closed() {
        return new Dialled(sessionId, phone, text, false);
    }
}
