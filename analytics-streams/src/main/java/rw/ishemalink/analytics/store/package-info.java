/** How keys and values of the stores look in Kafka and on disk, and up to when a store has counted. */
@NullMarked
package rw.ishemalink.analytics.store;

import org.jspecify.annotations.NullMarked;
