/**
 * How an event looks on the wire: bare Avro binary, its contract named by headers. Invariant: writing never asks a
 * registry, reading asks it only for a version that is newer than this build.
 */
@NullMarked
package rw.ishemalink.schemas.wire;

import org.jspecify.annotations.NullMarked;
