#!/usr/bin/env python3
"""Derives the coefficients in ../series.go with exact fractions.

Everything is a trigonometric polynomial in one latitude whose coefficients are
polynomials in the third flattening n, cut after n^ORDER:

  conformal latitude   gd^-1(chi) = gd^-1(phi) - e atanh(e sin phi)
  rectifying latitude  dmu/dphi  ~ (1 + 2 n cos 2phi + n^2)^(-3/2)

  alpha: mu(chi) - chi    beta: chi - chi(mu)    delta: phi(chi) - chi

Printed as rows of fractions: row j holds the factors of n^j, n^(j+1), ...
"""
from fractions import Fraction as F

ORDER = 6

# A number is a list of (re, im) coefficients of n^0..n^ORDER; a function a
# dict {k: number} meaning sum of number * exp(i k x).


def pmul(p, q):
    out = [(F(0), F(0))] * (ORDER + 1)
    for i, (a, b) in enumerate(p):
        if a == 0 and b == 0:
            continue
        for j in range(ORDER + 1 - i):
            c, d = q[j]
            if c == 0 and d == 0:
                continue
            r, m = out[i + j]
            out[i + j] = (r + a * c - b * d, m + a * d + b * c)
    return out


def const(c, power=0):
    out = [(F(0), F(0))] * (ORDER + 1)
    if power <= ORDER:
        out[power] = (F(c), F(0))
    return out


def imag(c):
    out = [(F(0), F(0))] * (ORDER + 1)
    out[0] = (F(0), F(c))
    return out


def add(f, g, w=F(1)):
    out = dict(f)
    for k, p in g.items():
        q = out.get(k, const(0))
        out[k] = [(a + w * c, b + w * d) for (a, b), (c, d) in zip(q, p)]
    return {k: p for k, p in out.items() if any(a or b for a, b in p)}


def mul(f, g):
    out = {}
    for j, p in f.items():
        for k, q in g.items():
            out = add(out, {j + k: pmul(p, q)})
    return out


def scale(f, p):
    return {k: pmul(q, p) for k, q in f.items()}


def deriv(f):
    return {k: pmul(p, imag(k)) for k, p in f.items() if k}


ONE = {0: const(1)}
COS = {1: const(F(1, 2)), -1: const(F(1, 2))}
SIN = {1: imag(F(-1, 2)), -1: imag(F(1, 2))}


def compose(outer, inner):
    """x + H where (y + outer(y)) is taken at y = x + inner(x)."""
    out, power, d, fact = add({}, inner), ONE, outer, 1
    for k in range(ORDER + 1):
        fact *= max(k, 1)
        out = add(out, mul(power, d), F(1, fact))
        power, d = mul(power, inner), deriv(d)
    return out


def invert(g):
    """H with x = y + H(y) for y = x + g(x), by Lagrange's series."""
    out, power, fact = {}, ONE, 1
    for k in range(1, ORDER + 1):
        power, fact = mul(power, g), fact * k
        term = power
        for _ in range(k - 1):
            term = deriv(term)
        out = add(out, term, F((-1) ** k, fact))
    return out


def e2():
    """e^2 = 4n/(1+n)^2 as a polynomial in n."""
    out = [(F(0), F(0))] * (ORDER + 1)
    for k in range(ORDER):
        out[k + 1] = (F(4 * (-1) ** k * (k + 1)), F(0))
    return out


def conformal():
    """chi - phi as a function of phi."""
    delta, sin_power, e_power = {}, SIN, e2()
    for k in range(ORDER):
        delta = add(delta, scale(sin_power, e_power), F(1, 2 * k + 1))
        sin_power, e_power = mul(sin_power, mul(SIN, SIN)), pmul(e_power, e2())
    out, power, g, fact = {}, ONE, COS, 1
    for k in range(1, ORDER + 1):
        power, fact = mul(power, delta), fact * k
        out = add(out, mul(power, g), F((-1) ** k, fact))
        g = mul(COS, deriv(g))
    return out


def rectifying():
    """mu - phi as a function of phi."""
    def half(s):  # (1 + n e^{2 i s phi})^(-3/2)
        out, c = {}, F(1)
        for k in range(ORDER + 1):
            out[2 * s * k] = const(c, k)
            c = c * (F(-3, 2) - k) / (k + 1)
        return out
    d = mul(half(1), half(-1))
    mean = [a for a, _ in d[0]]
    inv = [F(1)] + [F(0)] * ORDER
    for i in range(1, ORDER + 1):
        inv[i] = -sum(mean[j] * inv[i - j] for j in range(1, i + 1))
    d = scale(d, [(c, F(0)) for c in inv])
    return {k: pmul(p, [(F(0), F(-1, k))] + [(F(0), F(0))] * ORDER) for k, p in d.items() if k}


def rows(name, f, sign=1):
    print(name)
    for j in range(1, ORDER + 1):
        # a sin(2jx) = a (e^{2ijx} - e^{-2ijx}) / 2i: the coefficient of e^{2ijx} is -ia/2
        p = [-2 * b * sign for _, b in f[2 * j]]
        assert all(c == 0 for c in p[:j])
        print("\t{" + ", ".join(f"{c.numerator}.0 / {c.denominator}" if c.denominator != 1
                                else f"{c.numerator}" for c in p[j:]) + "},")


chi, mu = conformal(), rectifying()
phi_of_chi = invert(chi)
mu_of_chi = compose(mu, phi_of_chi)
rows("alpha", mu_of_chi)
rows("beta", invert(mu_of_chi), -1)
rows("delta", phi_of_chi)
