package rw.ishemalink.backup.catalog;

import java.util.Map;
import java.util.regex.Pattern;

/** A database cluster as the store names it, e.g. {@code rwanda-primary}: everything of it lies below that name. */
public record Cluster(String name) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    public Cluster {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "a cluster's name is small letters, digits and hyphens, not '" + name + "'");
        }
    }

    /** From {@code ISHEMA_BACKUP_CLUSTER}; {@code rwanda-primary} if that is not set. */
    public static Cluster from(Map<String, String> environment) {
        return new Cluster(environment.getOrDefault("ISHEMA_BACKUP_CLUSTER", "rwanda-primary"));
    }

    public String backups() {
        return name + "/backups/";
    }

    public String logical() {
        return name + "/logical/";
    }

    public String wal() {
        return name + "/wal/";
    }

    /** Holds the identifier that the cluster got when it was made: logs of two clusters must never mix. */
    public String system() {
        return name + "/system";
    }
}
