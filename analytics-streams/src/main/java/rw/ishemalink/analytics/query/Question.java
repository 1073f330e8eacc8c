package rw.ishemalink.analytics.query;

import java.util.List;
import java.util.Set;

/** A question that every instance answers from the partitions it has. Equal questions have equal answers. */
public interface Question<T> {

    /** The store where the rows are. */
    String store();

    /** The store of the same part of the topology that knows until when they are counted. */
    String countedUpTo();

    /** The partitions without which the answer is not complete. */
    Set<Integer> partitions();

    /** The rows of one partition. */
    List<T> read(PartitionReader partition);

    /** Where another instance answers it, with the parameters. */
    String path();

    /** How the rows go from instance to instance. */
    Wire<T> wire();
}
