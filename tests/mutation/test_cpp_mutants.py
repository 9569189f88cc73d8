# SPDX-License-Identifier: EUPL-1.2
"""Tests which mutants are made of a C++ source, and the list of equivalent mutants."""

import unittest

import mutate_cpp
from cpp_mutants import mutants_of


def changes(source):
    return [mutant.change for mutant in mutants_of("a.cpp", source)]


class Mutants(unittest.TestCase):
    def test_a_comparison_gets_a_neighbour_and_its_opposite(self):
        self.assertEqual(["< to <=", "< to >="], changes("return a < b;"))

    def test_an_integer_becomes_one_less_one_more_and_0(self):
        self.assertEqual(["7 to 0", "7 to 6", "7 to 8"], changes("return 7;"))
        self.assertEqual(["0u to 1u"], changes("return 0u;"))

    def test_floating_point_and_hexadecimal_numbers_stay(self):
        self.assertEqual([], changes("return f(0x7f, 1.5, 1e3);"))

    def test_comments_strings_and_preprocessor_lines_stay(self):
        self.assertEqual([], changes('#if A < 1\n// a < b\n/* 1 */ s("a < 1", \'1\', R"(2 < 3)")\n'))

    def test_assertions_stay(self):
        self.assertEqual(["remove statement"], changes("assert(a < 1);\nstatic_assert(b > 2, c);\nf();"))

    def test_templates_references_and_pointers_stay(self):
        self.assertEqual([], changes("std::vector<int> f(const T& a, T* b, T&& c)"))

    def test_a_statement_is_removed_and_a_declaration_is_not(self):
        self.assertEqual(["remove statement"], changes("{ out.push_back(x); }"))
        self.assertEqual(["remove statement"], changes("if (a) throw Error(b);"))
        self.assertEqual([], changes("{ const T a = f(); Type b; return c; }"))

    def test_a_second_operator_on_a_line_has_a_number(self):
        self.assertEqual(["&& to ||", "&&#2 to ||"], changes("return a && b && c;"))

    def test_a_mutant_changes_only_its_place(self):
        source = "int f() {\n  return a < b;\n}\n"
        mutant = mutants_of("a.cpp", source)[0]
        self.assertEqual("int f() {\n  return a <= b;\n}\n", mutant.applied_to(source))
        self.assertEqual((2, "return a < b;"), (mutant.line, mutant.source))


class Equivalents(unittest.TestCase):
    def test_a_line_is_named_without_its_comment_and_indentation(self):
        self.assertEqual("return a < b;", mutants_of("a.cpp", "  return a < b;  // smaller")[0].source)

    def test_each_entry_has_a_reason(self):
        self.assertTrue(all(mutate_cpp.equivalents().values()))


if __name__ == "__main__":
    unittest.main()
