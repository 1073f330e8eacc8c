package rw.ishemalink.gateway.limit;

/** The buckets of all instances. */
public interface SharedBuckets {

    /** Takes as many as are there, at most so many. Blocks. */
    Taken take(BucketKey key, int wanted);
}
