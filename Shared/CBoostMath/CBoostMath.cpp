#include "CBoostMath.h"

#include <boost/math/distributions/students_t.hpp>
#include <boost/math/special_functions/erf.hpp>
#include <boost/math/special_functions/gamma.hpp>

#include <cmath>
#include <limits>

namespace {

using namespace boost::math::policies;

// Errors come back as NaN or infinity instead of exceptions. Arithmetic is in long double where the machine has one,
// Boost's default, which keeps the ninth digit far into the tails.
using quiet = policy<
    domain_error<ignore_error>, pole_error<ignore_error>, overflow_error<ignore_error>,
    underflow_error<ignore_error>, denorm_error<ignore_error>, evaluation_error<ignore_error>,
    rounding_error<ignore_error>, indeterminate_result_error<ignore_error>>;

// Boost may still throw what no policy covers (a failed allocation, say), and Swift cannot catch it.
template <typename Body>
double guarded(Body body) noexcept {
    try {
        return body();
    } catch (...) {
        return std::numeric_limits<double>::quiet_NaN();
    }
}

}  // namespace

double boost_math_normal_quantile_upper(double p) {
    return guarded([=] { return std::sqrt(2.0) * boost::math::erfc_inv(2.0 * p, quiet()); });
}

double boost_math_students_t_upper(double t, double df) {
    return guarded([=] {
        const boost::math::students_t_distribution<double, quiet> distribution(df);
        return boost::math::cdf(boost::math::complement(distribution, t));
    });
}

double boost_math_students_t_quantile_upper(double p, double df) {
    return guarded([=] {
        const boost::math::students_t_distribution<double, quiet> distribution(df);
        return boost::math::quantile(boost::math::complement(distribution, p));
    });
}

double boost_math_chi_square_upper(double x, double df) {
    return guarded([=] { return boost::math::gamma_q(df / 2.0, x / 2.0, quiet()); });
}
