/**
 * Child processes of this machine: start, recognise again, stop. Invariant: a process is signalled only when its id and
 * its start time are those of a process that we started; never by name.
 */
@NullMarked
package rw.ishemalink.local.child;

import org.jspecify.annotations.NullMarked;
