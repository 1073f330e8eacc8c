/**
 * How often who may ask. Decisions are pure; buckets are shared by all instances through {@code store}, and taken from in
 * lumps, so that a request rarely costs a statement.
 */
@NullMarked
package rw.ishemalink.gateway.limit;

import org.jspecify.annotations.NullMarked;
