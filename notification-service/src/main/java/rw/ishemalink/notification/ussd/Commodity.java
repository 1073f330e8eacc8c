package rw.ishemalink.notification.ussd;

/**
 * Goods that can be sent.
 *
 * @param code as the API knows it, e.g. irish-potatoes
 * @param name in English, for goods that have no name in our texts
 */
public record Commodity(String code, String name) {}
