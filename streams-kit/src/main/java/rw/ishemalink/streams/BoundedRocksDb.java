package rw.ishemalink.streams;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * One block cache and one memory for writes, shared by all stores of the instance. Kafka's default is 50 MB of cache
 * for each store of each partition (KAFKA-8324).
 */
public final class BoundedRocksDb implements RocksDBConfigSetter {

    private static final long CACHE_BYTES = 32L << 20;
    private static final long WRITES_BYTES = 16L << 20;
    private static final long WRITE_BUFFER_BYTES = 2L << 20;
    private static final int WRITE_BUFFERS = 2;
    private static final int SHARD_BITS_OF_SMALL_CACHE = 2;
    private static final double SHARE_FOR_INDEX_AND_FILTERS = 0.1;

    static {
        RocksDB.loadLibrary();
    }

    /** Live as long as the process: closing them with one store would take them from the others. */
    private static final Cache CACHE =
            new LRUCache(CACHE_BYTES, SHARD_BITS_OF_SMALL_CACHE, false, SHARE_FOR_INDEX_AND_FILTERS);

    private static final WriteBufferManager WRITES = new WriteBufferManager(WRITES_BYTES, CACHE);

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(CACHE);
        table.setCacheIndexAndFilterBlocks(true);
        table.setCacheIndexAndFilterBlocksWithHighPriority(true);
        table.setPinTopLevelIndexAndFilter(true);
        options.setTableFormatConfig(table);
        options.setWriteBufferManager(WRITES);
        options.setWriteBufferSize(WRITE_BUFFER_BYTES);
        options.setMaxWriteBufferNumber(WRITE_BUFFERS);
    }

    @Override
    public void close(String storeName, Options options) {
        // The shared memory stays.
    }
}
