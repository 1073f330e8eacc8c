/**
 * What mobile money operators have in common: payers with phones, operations that are decided once and reported somehow, an
 * account to pay out of, tokens and a settlement file. Invariant: what becomes of an operation is decided when it is accepted.
 */
@NullMarked
package rw.ishemalink.simulators.money;

import org.jspecify.annotations.NullMarked;
