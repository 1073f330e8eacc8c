package rw.ishemalink.notification.ussd;

/**
 * A district of Rwanda.
 *
 * @param code as the API knows it, e.g. 25
 */
public record District(String code, String name) {}
