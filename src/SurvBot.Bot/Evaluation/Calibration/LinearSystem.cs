namespace SurvBot.Bot.Evaluation.Calibration;

/// <summary>Solves small symmetric systems by Cholesky's factors.</summary>
internal static class LinearSystem
{
    // Keeps a direction that no example speaks of from dividing by nothing.
    private const double Least = 1e-12;

    /// <summary>x with <paramref name="matrix"/> · x = <paramref name="right"/>.</summary>
    /// <param name="matrix">Symmetric and positive definite; only its lower half is read.</param>
    /// <param name="right">As long as the matrix is wide.</param>
    public static double[] Solve(double[,] matrix, double[] right)
    {
        double[,] lower = Factor(matrix);
        double[] x = [.. right];
        for (int i = 0; i < x.Length; i++)
        {
            for (int j = 0; j < i; j++)
                x[i] -= lower[i, j] * x[j];
            x[i] /= lower[i, i];
        }
        for (int i = x.Length - 1; i >= 0; i--)
        {
            for (int j = i + 1; j < x.Length; j++)
                x[i] -= lower[j, i] * x[j];
            x[i] /= lower[i, i];
        }
        return x;
    }

    private static double[,] Factor(double[,] matrix)
    {
        int size = matrix.GetLength(0);
        double[,] lower = new double[size, size];
        for (int i = 0; i < size; i++)
            for (int j = 0; j <= i; j++)
            {
                double rest = matrix[i, j];
                for (int k = 0; k < j; k++)
                    rest -= lower[i, k] * lower[j, k];
                lower[i, j] = i == j ? Math.Sqrt(Math.Max(Least, rest)) : rest / lower[j, j];
            }
        return lower;
    }
}
