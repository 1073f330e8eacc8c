/**
 * What an environment of containers needs before the services of a new version start. Invariant: may be run again at any
 * time, by any number at once; what is there already stays.
 */
@NullMarked
package rw.ishemalink.local.release;

import org.jspecify.annotations.NullMarked;
