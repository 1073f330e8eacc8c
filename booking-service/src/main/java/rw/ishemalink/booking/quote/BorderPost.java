package rw.ishemalink.booking.quote;

/**
 * Where goods leave Rwanda.
 *
 * @param name ours, e.g. Gatuna
 * @param country what lies behind it, ISO 3166-1 alpha-2
 */
public record BorderPost(String name, String country) {}
