package rw.ishemalink.simulators.ussd;

/**
 * What the phone shows.
 *
 * @param characters how long the text is; 160 fit everywhere, 182 at most
 * @param open whether something can be typed
 * @param millis how long it took
 */
public record PhoneScreen(String sessionId, String text, int characters, boolean open, long millis) {}
