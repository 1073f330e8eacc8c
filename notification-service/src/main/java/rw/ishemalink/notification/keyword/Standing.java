package rw.ishemalink.notification.keyword;

import rw.ishemalink.schemas.Language;

/**
 * Where a booking stands.
 *
 * @param language of its sender
 */
public record Standing(String status, Language language) {}
