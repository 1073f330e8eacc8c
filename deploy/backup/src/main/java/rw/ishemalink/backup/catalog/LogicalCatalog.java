package rw.ishemalink.backup.catalog;

import rw.ishemalink.backup.store.ObjectStore;

/** The logical copies of one cluster. */
public final class LogicalCatalog extends Catalog<LogicalCopy> {

    public LogicalCatalog(ObjectStore store, Cluster cluster) {
        super(store, cluster.logical(), LogicalCopy.class);
    }
}
