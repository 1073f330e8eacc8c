/** Buckets in PostgreSQL. */
@NullMarked
package rw.ishemalink.gateway.limit.store;

import org.jspecify.annotations.NullMarked;
