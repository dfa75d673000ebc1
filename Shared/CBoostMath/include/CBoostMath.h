// The special functions that Guildhall's statistics stand on, from Boost.Math.
//
// A result that is undefined, or that Boost.Math cannot reach, is NaN; nothing is thrown across this border.
#ifndef GUILDHALL_CBOOSTMATH_H
#define GUILDHALL_CBOOSTMATH_H

#ifdef __cplusplus
extern "C" {
#endif

/// The z that a standard normal variable exceeds with probability `p`.
double boost_math_normal_quantile_upper(double p);

/// The probability that Student's t with `df` degrees of freedom exceeds `t`.
double boost_math_students_t_upper(double t, double df);

/// The t that Student's t with `df` degrees of freedom exceeds with probability `p`.
double boost_math_students_t_quantile_upper(double p, double df);

/// The probability that chi-square with `df` degrees of freedom exceeds `x`.
double boost_math_chi_square_upper(double x, double df);

#ifdef __cplusplus
}
#endif

#endif
