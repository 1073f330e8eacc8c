package rw.ishemalink.simulators.faults;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a resource as the door of an outside system: the {@link FaultGate} stands in front of it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Outside {

    OutsideSystem value();

    /** False for calls a client makes only now and then (tokens, initialisation): they use up no counted fault. */
    boolean counted() default true;
}
