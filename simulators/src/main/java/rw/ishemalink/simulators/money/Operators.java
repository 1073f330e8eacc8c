package rw.ishemalink.simulators.money;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import rw.ishemalink.simulators.faults.OutsideSystem;

/** Every operator, by the name that paths have for it. */
@Singleton
public class Operators {

    private final List<Operator> operators;

    public Operators(@All List<Operator> operators) {
        this.operators = operators;
    }

    Operator get(OutsideSystem system) {
        return operators.stream()
                .filter(operator -> operator.system() == system)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no operator " + system));
    }
}
