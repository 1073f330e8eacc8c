/** Runs the topology: settings, failures, dead letters, bounded memory, health. Invariant: a record is either counted or on its dead-letter topic, never passed over. */
@NullMarked
package rw.ishemalink.analytics.engine;

import org.jspecify.annotations.NullMarked;
