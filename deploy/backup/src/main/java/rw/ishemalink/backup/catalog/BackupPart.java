package rw.ishemalink.backup.catalog;

/**
 * One object of a backup.
 *
 * @param bytes before sealing
 * @param sealedBytes as it lies in the store
 * @param sealedSha256 of what lies in the store, hexadecimal
 */
public record BackupPart(String key, long bytes, long sealedBytes, String sealedSha256) {}
