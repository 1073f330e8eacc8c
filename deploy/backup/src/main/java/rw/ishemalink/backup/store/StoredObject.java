package rw.ishemalink.backup.store;

import java.time.Instant;

/** What a listing says of an object. */
public record StoredObject(String key, long bytes, Instant storedAt) {}
