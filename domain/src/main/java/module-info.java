/** The model of Tenure. It needs nothing but the JDK. */
module dev.tenure.domain {
    requires static org.jspecify;
}
