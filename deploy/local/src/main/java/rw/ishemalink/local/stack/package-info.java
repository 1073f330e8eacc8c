/**
 * The whole suite on one machine: what there is, in which order it starts, what each service is told. Invariant: what
 * runs is written in the home folder by process id and start time before anybody waits for it, so that any later command
 * finds all of it and nothing else.
 */
@NullMarked
package rw.ishemalink.local.stack;

import org.jspecify.annotations.NullMarked;
