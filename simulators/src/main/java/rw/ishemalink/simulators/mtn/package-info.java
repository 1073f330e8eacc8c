/**
 * MTN MoMo Open API: collection and disbursement as the sandbox and {@code mtnrwanda} speak it.
 * Invariant: a reference id is accepted once, and what becomes of it is decided at that moment and never changes.
 */
@NullMarked
package rw.ishemalink.simulators.mtn;

import org.jspecify.annotations.NullMarked;
