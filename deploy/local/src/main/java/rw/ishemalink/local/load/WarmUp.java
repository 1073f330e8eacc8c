package rw.ishemalink.local.load;

import java.util.function.DoubleSupplier;

/**
 * JVMs that share the cores compile what they run: until that is over, each step is faster than the one before.
 *
 * @param least steps that are taken in any case
 * @param most steps that are taken at all
 * @param faster what a step must at least be of the fastest before it, e.g. 1.05, so that another follows
 */
record WarmUp(int least, int most, double faster) {

    /**
     * Takes steps as long as they get faster.
     *
     * @param step what it was done at, per second
     */
    void run(DoubleSupplier step) {
        double fastest = 0;
        for (int taken = 1; taken <= most; taken++) {
            double now = step.getAsDouble();
            if (taken > least && now < fastest * faster) {
                return;
            }
            fastest = Math.max(fastest, now);
        }
    }
}
