package rw.ishemalink.simulators.mtn;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import rw.ishemalink.simulators.Agenda;
import rw.ishemalink.simulators.WorldClock;
import rw.ishemalink.simulators.faults.FaultDesk;
import rw.ishemalink.simulators.faults.OutsideSystem;
import rw.ishemalink.simulators.money.Operator;
import rw.ishemalink.simulators.money.Tokens;

/** MTN. */
@Singleton
public class MtnOperator extends Operator {

    /** What a token opens. */
    record Grant(Product product, ApiUser user) {}

    private final Tokens<Grant> tokens;

    public MtnOperator(MtnConfig config, WorldClock clock, Agenda agenda, FaultDesk desk, ObjectMapper json) {
        super(OutsideSystem.MTN, config, new MtnManner(config, json), clock, agenda, desk);
        this.tokens = new Tokens<>(clock, config.tokenLife());
    }

    @Override
    protected Tokens<Grant> tokens() {
        return tokens;
    }
}
